package quiesce.template;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Version;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * What a template may ask of the objects that it is given: those of quiesce, and values of
 * java.lang and java.util. By way of a path it could remove files.
 */
final class ModelMembers implements MemberAccessPolicy {
  private final MemberAccessPolicy usual;

  ModelMembers(Version version) {
    this.usual = DefaultMemberAccessPolicy.getInstance(version);
  }

  @Override
  public ClassMemberAccessPolicy forClass(Class<?> type) {
    String home = type.getPackageName();
    boolean known =
        home.startsWith("quiesce.") || home.equals("java.lang") || home.equals("java.util");
    return known ? usual.forClass(type) : new Nothing();
  }

  @Override
  public boolean isToStringAlwaysExposed() {
    return usual.isToStringAlwaysExposed();
  }

  private static final class Nothing implements ClassMemberAccessPolicy {
    @Override
    public boolean isMethodExposed(Method method) {
      return false;
    }

    @Override
    public boolean isConstructorExposed(Constructor<?> constructor) {
      return false;
    }

    @Override
    public boolean isFieldExposed(Field field) {
      return false;
    }
  }
}
