package quiesce.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.module.Options;
import quiesce.property.Property;

/** What a begin marker asks for. Strategies are as the marker names them. */
public sealed interface Block {
  /** All that is named; none for the whole catalogue. */
  List<String> strategies();

  /** What each of them is modelled for; empty where the block is about its text alone. */
  List<Options> models();

  /** Whether it takes verdicts. */
  default boolean checked() {
    return true;
  }

  /** The properties that it shows verdicts on. */
  default Set<Property> shown() {
    return EnumSet.allOf(Property.class);
  }

  /** Where a drawing goes, if the marker says so. */
  default Optional<String> file() {
    return Optional.empty();
  }

  /** How a drawing is put down. */
  enum Form {
    TEXT,
    MERMAID,
    SVG
  }

  /** Strategies and properties; no properties for all. */
  record Matrix(List<String> strategies, List<Property> properties, List<Options> models)
      implements Block {
    @Override
    public Set<Property> shown() {
      return properties.isEmpty() ? Block.super.shown() : EnumSet.copyOf(properties);
    }
  }

  /** One property of one strategy. */
  record OneVerdict(String strategy, Property property, Options options) implements Block {
    @Override
    public Set<Property> shown() {
      return EnumSet.of(property);
    }

    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }

    @Override
    public List<Options> models() {
      return List.of(options);
    }
  }

  /** How a property is violated. */
  record Race(String strategy, Property property, Options options, Form form, Optional<String> file)
      implements Block {
    @Override
    public Set<Property> shown() {
      return EnumSet.of(property);
    }

    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }

    @Override
    public List<Options> models() {
      return List.of(options);
    }
  }

  /**
   * The C of a strategy.
   *
   * @param lines the only ones to show; without it, all after the front matter
   */
  record Source(String strategy, Optional<LineRange> lines) implements Block {
    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }

    @Override
    public List<Options> models() {
      return List.of();
    }
  }

  /** Lines of a file, counted from 1, both included. */
  record LineRange(int first, int last) {}

  /**
   * The TLA+ of a strategy.
   *
   * @param definition the only one to show; without it, the whole module
   */
  record Tla(String strategy, Options options, Optional<String> definition) implements Block {
    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }

    @Override
    public List<Options> models() {
      return List.of(options);
    }

    @Override
    public boolean checked() {
      return false;
    }
  }

  /** What readers and updates pay. */
  record Cost(List<String> strategies, List<Options> models) implements Block {
    @Override
    public boolean checked() {
      return false;
    }
  }

  /** Why each line is there. */
  record Why(String strategy, List<Options> models) implements Block {
    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }
  }

  /** All states and what leads from one to another. */
  record Graph(String strategy, Options options, Form form, Optional<String> file)
      implements Block {
    @Override
    public List<String> strategies() {
      return List.of(strategy);
    }

    @Override
    public List<Options> models() {
      return List.of(options);
    }

    @Override
    public boolean checked() {
      return false;
    }
  }
}
