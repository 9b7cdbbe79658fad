package quiesce.template;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a template may ask of the objects of a class: those of quiesce, and a few of java.lang and
 * java.util. By way of a path it could remove files.
 *
 * @param properties by their names
 * @param methods by theirs
 */
record Members(Map<String, Method> properties, Map<String, List<Method>> methods) {
  private static final Set<String> OF_CLASS = Set.of("getName", "getSimpleName");

  /** For templates that ask for the name of an object's class. */
  private static final String GET_CLASS = "getClass";

  static Members of(Class<?> type) {
    List<Method> all = exposed(type).filter(m -> !m.isBridge()).toList();
    Map<String, Method> properties = new HashMap<>();
    for (Method m : all) {
      m.trySetAccessible();
      property(type, m).ifPresent(name -> properties.put(name, m));
    }
    return new Members(properties, all.stream().collect(Collectors.groupingBy(Method::getName)));
  }

  private static Stream<Method> exposed(Class<?> type) {
    Stream<Method> all = Stream.of(type.getMethods());
    if (type.getName().startsWith("quiesce.")) {
      return all.filter(
          m -> m.getDeclaringClass() != Object.class || m.getName().equals(GET_CLASS));
    } else if (type == Class.class) {
      return all.filter(m -> OF_CLASS.contains(m.getName()));
    }
    return type == Optional.class || type == Map.Entry.class ? all : Stream.empty();
  }

  /** The property that a method gives: of a record, everything that needs no argument is one. */
  private static Optional<String> property(Class<?> type, Method m) {
    if (m.getParameterCount() > 0 || m.getReturnType() == void.class) {
      return Optional.empty();
    }
    String name = m.getName();
    if (name.startsWith("get") && name.length() > 3) {
      return Optional.of(decapitalised(name.substring(3)));
    } else if (name.startsWith("is") && name.length() > 2 && m.getReturnType() == boolean.class) {
      return Optional.of(decapitalised(name.substring(2)));
    }
    return type.isRecord() ? Optional.of(name) : Optional.empty();
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
