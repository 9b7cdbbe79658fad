package quiesce.docs;

import java.util.ArrayList;
import java.util.List;

/** How tables and lists are written in Markdown. */
public final class Tables {
  private static final int WIDTH = 120;

  private Tables() {}

  /** A table without the columns that have nothing in any row. */
  public static String table(List<String> heads, List<List<String>> rows) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        columns.add(i);
      }
    }
    StringBuilder table = new StringBuilder(row(heads, columns));
    table.append("| --- ".repeat(columns.size())).append("|\n");
    rows.forEach(row -> table.append(row(row, columns)));
    return table.toString();
  }

  private static String row(List<String> cells, List<Integer> columns) {
    StringBuilder row = new StringBuilder();
    columns.forEach(
        c -> row.append("| ").append(cells.get(c)).append(cells.get(c).isEmpty() ? "" : " "));
    return row.append("|\n").toString();
  }

  /** What goes between commas, in lines. */
  public static String filled(List<String> items) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (column > 0 && column + 1 + item.length() > WIDTH) {
        text.append("\n");
        column = 0;
      } else if (column > 0) {
        text.append(" ");
        column++;
      }
      text.append(item);
      column += item.length();
    }
    return text.append("\n").toString();
  }

  public static String code(String text) {
    return "`" + text + "`";
  }
}
