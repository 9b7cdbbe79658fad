package quiesce.template;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/**
 * A directive of templates.
 *
 * @param deed what it does with its parameters and with what is between its tags
 */
public record Block(Deed deed) implements TemplateDirectiveModel {
  /** What a directive does. */
  public interface Deed {
    void on(Tag tag) throws TemplateException, IOException;
  }

  /** One use of a directive. */
  public record Tag(Environment environment, Map<?, ?> parameters, TemplateDirectiveBody body) {
    /** The text of a parameter. */
    public String get(String name) throws TemplateException {
      if (parameters.get(name) instanceof TemplateScalarModel text) {
        return text.getAsString();
      }
      throw new TemplateException("the parameter " + name + " is missing", environment);
    }

    /** Carries out what is between the tags. */
    public void run() throws TemplateException, IOException {
      if (body != null) {
        body.render(environment.getOut());
      }
    }

    /** The text between the tags. */
    public String text() throws TemplateException, IOException {
      StringWriter text = new StringWriter();
      if (body != null) {
        body.render(text);
      }
      return text.toString().strip();
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void execute(
      Environment environment, Map parameters, TemplateModel[] loop, TemplateDirectiveBody body)
      throws TemplateException, IOException {
    deed.on(new Tag(environment, parameters, body));
  }
}
