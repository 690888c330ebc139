package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import leakdetection.application.security.Caller;
import leakdetection.application.security.FirstAdministrator;
import leakdetection.application.security.SignInRefusedException;
import leakdetection.application.security.UserRegistry;
import leakdetection.domain.RefusedException;
import leakdetection.domain.security.TokenScope;
import leakdetection.domain.security.User;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own account, and how the first one comes into being. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "security")
public class AccountResource {

  @Inject SignedInCaller signedIn;
  @Inject UserRegistry users;
  @Inject FirstAdministrator firstAdministrator;

  @GET
  @Path("account")
  @Operation(
      summary = "Show who one is",
      description =
          "The name, the role, how it was proven (demo, session, password or token), and what a"
              + " token may be used for.")
  @APIResponseSchema(value = AccountAnswer.class, responseDescription = "Whoever asks")
  public AccountAnswer get() {
    return new AccountAnswer(AccountBody.of(signedIn.get()));
  }

  @PUT
  @Path("account/password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Choose another password",
      description = "With the old one. All other sessions of the account end.")
  @APIResponse(responseCode = "204", description = "The new password counts")
  public void choosePassword(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = PasswordChangeBody.class)))
          JsonMembers body) {
    Caller caller = signedIn.withAccount();
    String old = body.text("old").orElse("");
    String chosen = body.text("new").orElse("");
    body.throwIfRefused();
    try {
      users.choosePassword(caller, old, chosen, signedIn.address());
    } catch (SignInRefusedException wrong) {
      throw RefusedException.invalid("old", "The old password: " + wrong.getMessage());
    }
  }

  @POST
  @Path("set-up")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Make the first administrator",
      description =
          "With the key of the set-up link that the server printed when it started; once.")
  @APIResponseSchema(
      value = UserResource.UserAnswer.class,
      responseCode = "201",
      responseDescription = "The administrator")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response setUp(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = SetUpBody.class)))
          JsonMembers body) {
    String key = body.text("key").orElse("");
    String name = body.text("name").orElse("");
    String password = body.text("password").orElse("");
    body.throwIfRefused();
    User user = firstAdministrator.setUp(key, name, password);
    return Response.status(Response.Status.CREATED)
        .entity(new UserResource.UserAnswer(UserBody.of(user)))
        .build();
  }

  /** Whoever asks. */
  @Schema(name = "Account")
  public record AccountBody(
      String name, String role, String proof, List<String> scopes, boolean passwordExpired) {

    static AccountBody of(Caller caller) {
      return new AccountBody(
          caller.name(),
          caller.role().label(),
          caller.proof().name().toLowerCase(Locale.ROOT),
          caller.scopes().stream().map(TokenScope::label).sorted().toList(),
          caller.passwordExpired());
    }
  }

  /** The answer to who asks who they are. */
  @Schema(
      name = "AccountAnswer",
      examples =
          "{\"result\": {\"name\": \"ann\", \"role\": \"operator\", \"proof\": \"session\","
              + " \"scopes\": [], \"passwordExpired\": false}}")
  public record AccountAnswer(AccountBody result) {}

  /** A password and the one before it. */
  @Schema(
      name = "PasswordChange",
      examples = "{\"old\": \"hjkmn-pqrst-uvwxy-zACDE\", \"new\": \"correct horse battery\"}")
  public record PasswordChangeBody(
      String old, @jakarta.json.bind.annotation.JsonbProperty("new") String chosen) {}

  /** What makes the first administrator. */
  @Schema(
      name = "SetUp",
      examples =
          "{\"key\": \"kT3...\", \"name\": \"ann\", \"password\": \"correct horse battery\"}")
  public record SetUpBody(String key, String name, String password) {}
}
