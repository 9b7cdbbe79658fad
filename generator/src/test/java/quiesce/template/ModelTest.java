package quiesce.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.tla.Expression;

/** What a template sees of an object. */
class ModelTest {
  @TempDir Path directory;

  /** A record has its components, and what else takes no argument, as properties. */
  public record Point(int x, Optional<String> name) {
    public int doubled() {
      return 2 * x;
    }

    public int times(int factor) {
      return factor * x;
    }

    public String times(int factor, String sign) {
      return factor + sign + x;
    }
  }

  /** A class has those with the names of properties. */
  public static final class Shape {
    public boolean isRound() {
      return true;
    }

    public List<Point> getPoints() {
      return List.of(new Point(3, Optional.of("p")));
    }

    public int size() {
      return 1;
    }

    public Expression getArea() {
      return Expression.of("x+1");
    }

    public String same(Expression given) {
      return given.equals(getArea()) ? "same" : "other";
    }

    public Path getPath() {
      return Path.of("made");
    }

    public void refuse() {
      throw new IllegalStateException("no");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${shape.round?c} | true",
        "${shape.isRound()?c} | true",
        "${shape.size()} | 1",
        "${shape.points[0].x} | 3",
        "${shape.points[0].x()} | 3",
        "${shape.points[0].doubled} | 6",
        "${shape.points[0].times(3)} | 9",
        "${shape.points[0].times(3, '*')} | 3*3",
        "${shape.points[0].name.get()} | p",
        "${shape.points[0].class.simpleName} | Point",
        "${shape.area} | x + 1",
        "${shape.same(shape.area)} | same",
        "${shape.nothing!'none'} | none",
      })
  void hasPropertiesAndMethods(String template, String text) throws IOException {
    assertThat(render(template)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "${shape.size}",
    "${shape.hashCode()}",
    "${shape.points[0].times([])}",
    "${shape.points[0].times()}",
    "${shape.path.toFile().exists()?c}",
    "${shape.class.classLoader}",
    "${shape.class.getResource('/')}",
  })
  void hasNothingElse(String template) {
    assertThatExceptionOfType(TemplateFailure.class).isThrownBy(() -> render(template));
  }

  @Test
  void failsWhereTheObjectDoes() {
    assertThatExceptionOfType(TemplateFailure.class)
        .isThrownBy(() -> render("${shape.refuse()}"))
        .withMessageContaining("refuse");
  }

  private String render(String template) throws IOException {
    Files.writeString(directory.resolve("it.ftl"), template);
    return new Templates(Optional.of(directory)).render("it.ftl", Map.of("shape", new Shape()));
  }
}
