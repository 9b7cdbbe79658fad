package quiesce.template;

import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.MethodCallAwareTemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import quiesce.tla.Expression;

/**
 * An object as templates see it: its properties and its methods. It is its text where one is asked
 * for, and itself where it is handed on.
 */
record Model(Object object, Members members, BeansWrapper wrapper)
    implements MethodCallAwareTemplateHashModel,
        TemplateScalarModel,
        AdapterTemplateModel,
        WrapperTemplateModel {

  @Override
  public TemplateModel get(String name) throws TemplateModelException {
    Method property = members.properties().get(name);
    return property == null ? method(name) : invoke(property);
  }

  @Override
  public TemplateModel getBeforeMethodCall(String name) throws TemplateModelException {
    TemplateModel method = method(name);
    return method == null ? get(name) : method;
  }

  private TemplateModel method(String name) {
    List<Method> overloads = members.methods().get(name);
    return overloads == null
        ? null
        : (TemplateMethodModelEx) arguments -> call(overloads, arguments);
  }

  /** Of methods of the same name, calls the first that takes these arguments. */
  private TemplateModel call(List<Method> overloads, List<?> arguments)
      throws TemplateModelException {
    TemplateModelException unsuitable =
        new TemplateModelException(
            "%s() does not take %d arguments"
                .formatted(overloads.get(0).getName(), arguments.size()));
    for (Method m : overloads) {
      if (m.getParameterCount() == arguments.size()) {
        Object[] given;
        try {
          given = unwrapped(arguments, m.getParameterTypes());
        } catch (TemplateModelException e) {
          unsuitable = e;
          continue;
        }
        return invoke(m, given);
      }
    }
    throw unsuitable;
  }

  private Object[] unwrapped(List<?> arguments, Class<?>[] types) throws TemplateModelException {
    Object[] all = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      all[i] = wrapper.unwrap((TemplateModel) arguments.get(i), types[i]);
    }
    return all;
  }

  private TemplateModel invoke(Method m, Object... arguments) throws TemplateModelException {
    try {
      Object result = m.invoke(object, arguments);
      return m.getReturnType() == void.class ? TemplateModel.NOTHING : wrapper.wrap(result);
    } catch (InvocationTargetException e) {
      throw new TemplateModelException(m.getName() + " fails", e.getCause());
    } catch (IllegalAccessException e) {
      throw new TemplateModelException(m.getName() + " is not to be asked", e);
    }
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public String getAsString() {
    return object instanceof Expression e ? e.text() : object.toString();
  }

  @Override
  public Object getAdaptedObject(Class<?> hint) {
    return object;
  }

  @Override
  public Object getWrappedObject() {
    return object;
  }
}
