package io.residua.detector.definition;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML text as a tree of nodes with their lines. Nothing is constructed from it, so that no tag can
 * name a class; anchors, aliases and tags are refused, so that the tree is no larger than the text.
 */
final class YamlTree {
  private static final int DEEPEST = 20;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private YamlTree() {}

  /**
   * @throws DefinitionException when the text is not one plain YAML document
   */
  static Node of(String text) throws DefinitionException {
    Problems problems = new Problems();
    Node root = compose(text, problems);
    problems.throwIfAny();
    if (root == null) {
      problems.add("", 0, "expected a detector definition, found an empty file");
    } else {
      refuseTagsAndAnchors(root, problems, new HashSet<>());
    }
    problems.throwIfAny();
    return root;
  }

  private static Node compose(String text, Problems problems) {
    try {
      return new Yaml(limits(text.length())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String at = mark == null ? "" : " at column " + (mark.getColumn() + 1);
      int line = mark == null ? 0 : mark.getLine() + 1;
      problems.add("", line, "not valid YAML%s: %s".formatted(at, Quotes.reason(e.getProblem())));
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add("", line, "not valid YAML: character U+%04X".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      problems.add("", 0, "not valid YAML: " + Quotes.reason(e.getMessage()));
    }
    return null;
  }

  private static LoaderOptions limits(int length) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(length + 1);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return options;
  }

  /**
   * @param seen nodes are compared by identity: an alias leads to a node again, even to its parent
   */
  private static void refuseTagsAndAnchors(Node node, Problems problems, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node.getAnchor() != null) {
      problems.add("", node, "anchors and aliases are not allowed, found &" + node.getAnchor());
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      problems.add(
          "", node, "tags are not allowed, found " + Quotes.reason(node.getTag().getValue()));
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(element -> refuseTagsAndAnchors(element, problems, seen));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        refuseTagsAndAnchors(tuple.getKeyNode(), problems, seen);
        refuseTagsAndAnchors(tuple.getValueNode(), problems, seen);
      }
    }
  }
}
