package quiesce.template;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateScalarModel;
import quiesce.tla.Expression;

/** An expression, which is its text where one is asked for, and the tree where it is handed on. */
record Formula(Expression tree)
    implements TemplateScalarModel, AdapterTemplateModel, WrapperTemplateModel {
  @Override
  public String getAsString() {
    return tree.text();
  }

  @Override
  public Object getAdaptedObject(Class<?> hint) {
    return tree;
  }

  @Override
  public Object getWrappedObject() {
    return tree;
  }
}
