package io.residua.detector.event;

import java.util.HashMap;
import java.util.Map;

/**
 * The paths of a layout as a tree: one node per name, a {@link FieldTarget} where a path ends. Each
 * node has a number, so that a decoder can tell whether it met the node in this record already.
 */
final class PathNode {
  private final int number;
  private final String path;
  private final Map<String, PathNode> children = new HashMap<>();
  private FieldTarget target;

  private PathNode(int number, String path) {
    this.number = number;
    this.path = path;
  }

  /** The root of a layout's tree; its {@link #nodes()} counts all nodes. */
  static Tree of(EventLayout layout) {
    Tree tree = new Tree();
    for (String path : layout.paths()) {
      tree.add(layout, path);
    }
    return tree;
  }

  /** Which node it is, from 0. */
  int number() {
    return number;
  }

  /** The dotted path from the root. */
  String path() {
    return path;
  }

  /** The node of a name below this one, or null. */
  PathNode child(String name) {
    return children.get(name);
  }

  Map<String, PathNode> children() {
    return children;
  }

  /** Where a value here goes, or null when only fields below are read. */
  FieldTarget target() {
    return target;
  }

  /** A root and the number of nodes under it. */
  static final class Tree {
    private int nodes = 1;
    private final PathNode root = new PathNode(0, "");

    PathNode root() {
      return root;
    }

    int nodes() {
      return nodes;
    }

    private void add(EventLayout layout, String path) {
      PathNode node = root;
      for (String name : path.split("\\.", -1)) {
        node = below(node, name);
      }
      node.target = new FieldTarget(layout, path);
      // A JSON object may also hold the whole dotted path as one flat name.
      root.children.putIfAbsent(path, node);
    }

    private PathNode below(PathNode parent, String name) {
      return parent.children.computeIfAbsent(
          name,
          missing ->
              new PathNode(nodes++, parent.path.isEmpty() ? name : parent.path + "." + name));
    }
  }
}
