package leakdetection.presentation.tsd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import leakdetection.application.tsd.ImportReport;
import leakdetection.application.tsd.ReadingPush;
import leakdetection.domain.tsd.BrokenTextException;
import leakdetection.domain.tsd.PushFormat;
import leakdetection.presentation.web.RequestException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pushed readings as they come over HTTP: their forms, and the answer. */
@ApplicationScoped
public class PushedText {

  static final String NDJSON = "application/x-ndjson";
  static final String CSV = "text/csv";

  /** The longest text, bytes after it was uncompressed. */
  private static final long MAX_BYTES = 1L << 28;

  static final String DESCRIPTION =
      """
      As JSON, an object in each line (`application/x-ndjson`) or comma-separated (`text/csv`), \
      plain or compressed with gzip, up to 256 MiB uncompressed. What the answer counts is on disk. \
      A reading that is sent again changes nothing; another value for the same time takes the place \
      of the first, which is kept as its history. `quarantined` readings are kept but never judged \
      (not finite, sentinel, out of range), `rejected` ones hold no reading of a known sensor; \
      `problems` says why, by the line of the text, in a JSON document by the number of the \
      reading; the first 1,000 of each kind, of `problemCount`.""";

  @Inject ReadingPush push;

  /**
   * Stores what a body holds.
   *
   * @param sensorId whose readings they are; empty if each says so itself
   */
  PushAnswer take(Optional<Long> sensorId, HttpHeaders headers, InputStream body)
      throws IOException {
    try (Reader text = ImportText.open(body, MAX_BYTES)) {
      return new PushAnswer(push.take(sensorId, format(headers.getMediaType()), text));
    } catch (BrokenTextException broken) {
      throw new RequestException(400, List.of("body"), broken.getMessage());
    }
  }

  private static PushFormat format(MediaType type) {
    return switch (type.getSubtype()) {
      case "csv" -> PushFormat.CSV;
      case "x-ndjson" -> PushFormat.NDJSON;
      default -> PushFormat.JSON;
    };
  }

  /** The answer to who pushes readings. */
  @Schema(
      name = "PushAnswer",
      examples =
          """
          {"result": {"accepted": 1, "repeated": 0, "corrected": 0, "quarantined": 0,
                      "rejected": 0, "problems": [], "problemCount": 0}}""")
  public record PushAnswer(ImportReport result) {}
}
