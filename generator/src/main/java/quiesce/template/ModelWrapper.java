package quiesce.template;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.Version;
import quiesce.tla.Expression;

/** What templates see of the objects that they are given. */
final class ModelWrapper extends DefaultObjectWrapper {
  ModelWrapper(Version version) {
    super(version);
    setMemberAccessPolicy(new ModelMembers(version));
  }

  @Override
  protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
    return object instanceof Expression e ? new Formula(e) : super.handleUnknownType(object);
  }

  /**
   * An expression, which is its text where one is asked for, and the tree where it is handed on.
   */
  private record Formula(Expression tree)
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
}
