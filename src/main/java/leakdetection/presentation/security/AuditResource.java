package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.security.AuditTrail;
import leakdetection.application.security.AuditTrail.Verification;
import leakdetection.domain.security.AuditEntry;
import leakdetection.domain.security.AuditRepository.Filter;
import leakdetection.presentation.web.CsvDownload;
import leakdetection.presentation.web.Page;
import leakdetection.presentation.web.PageRequest;
import leakdetection.presentation.web.TimeRange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was done by whom; it can be read, and not changed. */
@Path("audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "security")
public class AuditResource {

  private static final String ENTRY =
      "{\"id\": 7, \"timestamp\": \"2026-04-05T14:06:57Z\", \"actor\": \"ann\","
          + " \"proof\": \"session\", \"address\": \"10.0.0.7\","
          + " \"action\": \"PATCH /api/sensors/4\", \"thing\": \"sensors\", \"thingId\": \"4\","
          + " \"before\": \"{\\\"z\\\":4.0}\", \"after\": \"{\\\"z\\\":4.5}\","
          + " \"hash\": \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}";

  @Inject AuditTrail trail;

  @GET
  @Operation(
      summary = "List what was done",
      description =
          """
          Every change that somebody asked for, and every sign-in, newest first, in pages: who, how \
          it was proven, from where, what, when, and the members that changed, before and after.""")
  @APIResponseSchema(value = AuditList.class, responseDescription = "The entries")
  public AuditList all(
      @BeanParam TimeRange range,
      @BeanParam PageRequest page,
      @QueryParam("actor")
          @Parameter(description = "Only what this user did; the whole name", example = "ann")
          String actor,
      @QueryParam("text")
          @Parameter(
              description = "Only what has this in its action, or in what was changed",
              example = "sensors")
          String text) {
    int limit = page.limit();
    return Page.of(
        trail.newest(filter(range, actor, text), page.id(Long.MAX_VALUE), limit + 1),
        limit,
        AuditBody::of,
        AuditEntry::id,
        AuditList::new);
  }

  @GET
  @Path("export")
  @Produces("text/csv")
  @Operation(
      summary = "Download what was done as CSV",
      description = "With the same filters, of any length, oldest first.")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              example =
                  """
                  id,timestamp,actor,proof,address,action,thing,thingId,before,after,hash
                  7,2026-04-05T14:06:57Z,ann,session,10.0.0.7,sign-in,,,,,9f86d081
                  """))
  public Response export(
      @BeanParam TimeRange range,
      @QueryParam("actor")
          @Parameter(description = "Only what this user did; the whole name", example = "ann")
          String actor,
      @QueryParam("text")
          @Parameter(
              description = "Only what has this in its action, or in what was changed",
              example = "sensors")
          String text) {
    Filter filter = filter(range, actor, text);
    return new CsvDownload<AuditEntry>(
            List.of(
                "id",
                "timestamp",
                "actor",
                "proof",
                "address",
                "action",
                "thing",
                "thingId",
                "before",
                "after",
                "hash"),
            cursor -> trail.oldest(filter, cursor, CsvDownload.PAGE),
            AuditEntry::id,
            AuditResource::cells)
        .answer("audit.csv", 0);
  }

  @GET
  @Path("verification")
  @Operation(
      summary = "Check that nobody tampered with it",
      description =
          """
          Reads all entries and follows their hashes. `firstBroken` is the first entry that is not \
          what it was. Entries that are missing at the end show when `lastHash` differs from one \
          that was noted elsewhere; each start writes it to the log.""")
  @APIResponseSchema(value = VerificationAnswer.class, responseDescription = "What was found")
  public VerificationAnswer verify() {
    return new VerificationAnswer(VerificationBody.of(trail.verify()));
  }

  private static Filter filter(TimeRange range, String actor, String text) {
    return new Filter(
        range.from(),
        range.to(),
        Optional.ofNullable(actor).filter(name -> !name.isBlank()),
        Optional.ofNullable(text).filter(part -> !part.isBlank()));
  }

  private static List<String> cells(AuditEntry entry) {
    return Stream.of(
            Long.toString(entry.id()),
            entry.at().toString(),
            CsvDownload.text(entry.actor()),
            entry.proof(),
            entry.address(),
            CsvDownload.text(entry.action()),
            entry.thing(),
            CsvDownload.text(entry.thingId()),
            CsvDownload.text(entry.before()),
            CsvDownload.text(entry.after()),
            entry.hash())
        .toList();
  }

  /** An entry as it is answered. */
  @Schema(name = "AuditEntry")
  public record AuditBody(
      long id,
      Instant timestamp,
      String actor,
      String proof,
      String address,
      String action,
      String thing,
      String thingId,
      String before,
      String after,
      String hash) {

    static AuditBody of(AuditEntry entry) {
      return new AuditBody(
          entry.id(),
          entry.at(),
          entry.actor(),
          entry.proof(),
          entry.address(),
          entry.action(),
          entry.thing(),
          entry.thingId(),
          entry.before(),
          entry.after(),
          entry.hash());
    }
  }

  /** The answer to who asks for the entries. */
  @Schema(name = "AuditList", examples = "{\"result\": [" + ENTRY + "]}")
  @JsonbNillable(false)
  public record AuditList(List<AuditBody> result, String next) implements Page {}

  /** What was found. */
  @Schema(name = "AuditVerification")
  public record VerificationBody(boolean intact, long entries, Long firstBroken, String lastHash) {

    static VerificationBody of(Verification found) {
      return new VerificationBody(
          found.firstBroken().isEmpty(),
          found.entries(),
          found.firstBroken().orElse(null),
          found.lastHash());
    }
  }

  /** The answer to who checks the log. */
  @Schema(
      name = "AuditVerificationAnswer",
      examples =
          "{\"result\": {\"intact\": true, \"entries\": 7, \"firstBroken\": null, \"lastHash\":"
              + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}}")
  public record VerificationAnswer(VerificationBody result) {}
}
