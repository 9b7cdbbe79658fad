package quiesce.template;

import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.Version;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quiesce.tla.Expression;

/**
 * What templates see of the objects that they are given. Freemarker's own way to find properties,
 * that of JavaBeans, searches all libraries for classes that there are not, for each kind of
 * object.
 */
final class ModelWrapper extends DefaultObjectWrapper {
  private final Map<Class<?>, Members> known = new ConcurrentHashMap<>();

  ModelWrapper(Version version) {
    super(version);
  }

  @Override
  protected TemplateModel handleUnknownType(Object object) {
    return new Model(object, known.computeIfAbsent(asked(object), Members::of), this);
  }

  /** What an object is asked for: entries are of classes that nobody else may ask. */
  private static Class<?> asked(Object object) {
    if (object instanceof Map.Entry) {
      return Map.Entry.class;
    }
    return object instanceof Expression ? Expression.class : object.getClass();
  }
}
