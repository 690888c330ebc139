package leakdetection.presentation.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A table of any length that is sent as CSV while it is read, page by page: memory does not grow
 * with it, and no page keeps the database from tidying up. Whoever closes the connection ends it.
 *
 * @param header names of the columns
 * @param pages reads the rows from a cursor on, in order, at most {@link #PAGE} of them
 * @param next the cursor behind a row
 * @param cells what stands in the columns of a row; texts that people chose go through {@link
 *     #text}
 */
public record CsvDownload<T>(
    List<String> header,
    LongFunction<List<T>> pages,
    ToLongFunction<T> next,
    Function<T, List<String>> cells) {

  /** Rows that are read at once. */
  public static final int PAGE = 2000;

  /** What a spreadsheet takes for the beginning of a formula. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * Returns the answer; the first page is read before it is given, so that what cannot be read at
   * all is told in the usual way.
   *
   * @param fileName what a browser calls the file
   * @param beginning the cursor of the first row
   */
  public Response answer(String fileName, long beginning) {
    List<T> first = pages.apply(beginning);
    StreamingOutput body = out -> write(out, first);
    return Response.ok(body, "text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  /** Returns a text that no spreadsheet takes for a formula; empty for null. */
  public static String text(String chosen) {
    if (chosen == null) {
      return "";
    }
    // A spreadsheet may take blanks away before it looks.
    String shown = chosen.strip();
    return !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + chosen : chosen;
  }

  /** Returns a number; empty where it is not finite. */
  public static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private void write(OutputStream out, List<T> first) throws IOException {
    // Not closed: the server does, and only when all went well.
    CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(header);
    List<T> page = first;
    while (!page.isEmpty()) {
      page.forEach(row -> csv.writeRecord(cells.apply(row)));
      csv.flush();
      page =
          page.size() < PAGE ? List.of() : pages.apply(next.applyAsLong(page.get(page.size() - 1)));
    }
    csv.flush();
  }
}
