package io.residua.trainer.report;

/** The frame that every chart shares: heading, what it says, and which colour means what. */
final class Chart {
  private Chart() {}

  static void open(Markup page, String heading, String meaning) {
    page.open("section").element("h2", heading);
    page.element("p", meaning, "class", "meaning");
  }

  /**
   * @param entries tones and their names in turn
   */
  static void legend(Markup page, Object... entries) {
    page.open("ul", "class", "legend");
    for (int i = 0; i < entries.length; i += 2) {
      page.element("li", (String) entries[i + 1], "class", ((Tone) entries[i]).cssClass());
    }
    page.close();
  }

  static void close(Markup page) {
    page.close();
  }
}
