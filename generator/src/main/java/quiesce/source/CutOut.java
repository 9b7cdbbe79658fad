package quiesce.source;

import java.util.List;

/**
 * What of a file is read, where only a part of it is.
 *
 * @param code the text, with all else blanked: places are those of the file
 * @param defaults entries of front matter that the file need not have
 * @param leftOut how much is not read, in words
 * @param remarks lines that are not read, or not as they are, and that a person should know of
 */
public record CutOut(
    String code, List<FrontMatter.Entry> defaults, String leftOut, List<SetAside> remarks) {
  public CutOut {
    defaults = List.copyOf(defaults);
    remarks = List.copyOf(remarks);
  }

  CutOut with(String other) {
    return new CutOut(other, defaults, leftOut, remarks);
  }
}
