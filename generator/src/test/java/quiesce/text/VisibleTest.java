package quiesce.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void marksThatTurnTheDirectionOfWritingAreShownAsCodes() {
    assertThat(Visible.of("a\u202eb\u2066c\u200fd")).isEqualTo("a\\u202eb\\u2066c\\u200fd");
  }

  @Test
  void controlCharactersAreShownAsCodesAndTabsAndLineEndsStay() {
    assertThat(Visible.of("\tx\u0000\u001b[31m\n\u0085"))
        .isEqualTo("\tx\\u0000\\u001b[31m\n\\u0085");
  }

  @Test
  void whatPeopleWriteStaysAsItIs() {
    assertThat(Visible.of("für Ödön: 日本語 🙂 <b>|`*)")).isEqualTo("für Ödön: 日本語 🙂 <b>|`*)");
  }

  @Property
  void everyTextBecomesOneThatXmlCanHold(@ForAll String text) {
    assertThat(Visible.of(text).codePoints())
        .allMatch(
            c ->
                c == '\t'
                    || c == '\n'
                    || c >= 0x20 && c <= 0xd7ff
                    || c >= 0xe000 && c <= 0xfffd
                    || c >= 0x10000);
  }

  @Property
  void whatIsShownOnceIsShown(@ForAll String text) {
    assertThat(Visible.of(Visible.of(text))).isEqualTo(Visible.of(text));
  }
}
