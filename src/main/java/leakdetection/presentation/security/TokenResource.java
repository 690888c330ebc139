package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import leakdetection.application.security.ApiTokens;
import leakdetection.application.security.ApiTokens.Issued;
import leakdetection.application.security.Caller;
import leakdetection.domain.security.TokenScope;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What programs prove themselves with. */
@Path("tokens")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "security")
public class TokenResource {

  private static final Duration USUAL_LIFE = Duration.ofDays(90);

  @Inject ApiTokens tokens;
  @Inject SignedInCaller signedIn;
  @Inject Clock clock;

  @GET
  @Operation(
      summary = "List one's tokens",
      description = "Newest first, ended ones included. An administrator sees everybody's.")
  @APIResponseSchema(value = TokenList.class, responseDescription = "The tokens")
  public TokenList all() {
    return new TokenList(
        tokens.ofCaller(signedIn.withAccount()).stream()
            .map(token -> TokenBody.of(token, tokens, null))
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Issue a token",
      description =
          """
          It acts in one's own name, within `scopes`: `push` delivers readings and does nothing \
          else, `read` looks, `write` changes. The member `token` of the answer is what a program \
          sends as `Authorization: Bearer ...`; it is never shown again. It ends at `expiresAt`, at \
          most 366 days ahead; 90 days when that is not given.""")
  @APIResponseSchema(
      value = TokenAnswer.class,
      responseCode = "201",
      responseDescription = "The token")
  public Response issue(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewTokenBody.class)))
          JsonMembers body) {
    Caller caller = signedIn.withAccount();
    String name = body.text("name").orElse("");
    Instant now = clock.instant();
    List<TokenScope> scopes =
        body.parsedList(
            "scopes",
            label -> TokenScope.find(label).orElseThrow(() -> new IllegalArgumentException(label)),
            "push, read or write");
    Duration life =
        body.instant("expiresAt").map(end -> Duration.between(now, end)).orElse(USUAL_LIFE);
    body.throwIfRefused();
    Issued issued = tokens.issue(caller, name, Set.copyOf(scopes), life);
    return Response.status(Response.Status.CREATED)
        .header("Cache-Control", "no-store")
        .entity(new TokenAnswer(TokenBody.of(issued.token(), tokens, issued.secret())))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Revoke a token",
      description = "It ends at once, with the streams that it opened. It stays in the list.")
  @APIResponse(responseCode = "204", description = "The token has ended")
  public void revoke(
      @PathParam("id") @Parameter(description = "The token's id", example = "3") long id) {
    tokens.revoke(signedIn.withAccount(), id);
  }

  /** A token to be issued. */
  @Schema(
      name = "NewToken",
      examples =
          "{\"name\": \"historian\", \"scopes\": [\"push\"],"
              + " \"expiresAt\": \"2027-04-05T14:06:57Z\"}")
  public record NewTokenBody(String name, List<String> scopes, Instant expiresAt) {}

  /** The answer to who issues a token. */
  @Schema(name = "TokenAnswer", examples = "{\"result\": " + TokenBody.EXAMPLE + "}")
  public record TokenAnswer(TokenBody result) {}

  /** The answer to who asks for the tokens. */
  @Schema(name = "TokenList", examples = "{\"result\": [" + TokenBody.EXAMPLE + "]}")
  public record TokenList(List<TokenBody> result) {}
}
