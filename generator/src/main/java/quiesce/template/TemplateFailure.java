package quiesce.template;

/** A template is missing or broken. The message says which, and where. */
public final class TemplateFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateFailure(String message) {
    super(message);
  }

  public TemplateFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
