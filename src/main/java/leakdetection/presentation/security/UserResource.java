package leakdetection.presentation.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import leakdetection.application.security.UserRegistry;
import leakdetection.domain.security.Role;
import leakdetection.domain.security.User;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who may sign in, for administrators. */
@Path("users")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "security")
public class UserResource {

  @Inject UserRegistry users;

  @GET
  @Operation(summary = "List the users", description = "All of them, by name.")
  @APIResponseSchema(value = UserList.class, responseDescription = "The users")
  public UserList all() {
    return new UserList(users.all().stream().map(UserBody::of).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add a user",
      description =
          "The password is the first one; at the first sign-in the user must choose another.")
  @APIResponseSchema(
      value = UserAnswer.class,
      responseCode = "201",
      responseDescription = "The user")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Response add(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewUserBody.class)))
          JsonMembers body,
      @Context UriInfo uri) {
    String name = body.text("name").orElse("");
    String password = body.text("password").orElse("");
    Optional<Role> role = role(body);
    body.throwIfRefused();
    User user = users.add(name, role.orElse(Role.VIEWER), password);
    return Response.created(uri.getBaseUriBuilder().path("users/{id}").build(user.id()))
        .entity(new UserAnswer(UserBody.of(user)))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Show a user", description = "With role and state.")
  @APIResponseSchema(value = UserAnswer.class, responseDescription = "The user")
  public UserAnswer get(
      @PathParam("id") @Parameter(description = "The user's id", example = "2") long id) {
    return new UserAnswer(UserBody.of(users.get(id)));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Give a user another role, or lock them out",
      description =
          """
          Any subset of role and state; other members are refused (422) by name. Their sessions \
          and streams end at once. Refused (409) for the last administrator who may sign in.""")
  @APIResponseSchema(value = UserAnswer.class, responseDescription = "The changed user")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public UserAnswer change(
      @PathParam("id") @Parameter(description = "The user's id", example = "2") long id,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = UserChangeBody.class)))
          JsonMembers body) {
    body.allowOnly(UserChangeBody.class);
    Optional<Role> role = role(body);
    Optional<Boolean> enabled =
        body.parsed(
            "state", UserResource::isEnabled, UserBody.ENABLED + " or " + UserBody.LOCKED_OUT);
    body.throwIfRefused();
    return new UserAnswer(UserBody.of(users.change(id, role, enabled)));
  }

  @POST
  @Path("{id}/password-reset")
  @Operation(
      summary = "Give a user a new password",
      description =
          """
          The answer has it, once; at the next sign-in the user must choose another. Their sessions \
          and streams end at once.""")
  @APIResponseSchema(value = PasswordAnswer.class, responseDescription = "The password")
  public PasswordAnswer reset(
      @PathParam("id") @Parameter(description = "The user's id", example = "2") long id) {
    return new PasswordAnswer(new PasswordBody(users.resetPassword(id)));
  }

  private static Optional<Role> role(JsonMembers body) {
    return body.parsed(
        "role",
        label -> Role.find(label).orElseThrow(() -> new IllegalArgumentException(label)),
        "viewer, operator, engineer or administrator");
  }

  private static boolean isEnabled(String state) {
    return switch (state) {
      case UserBody.ENABLED -> true;
      case UserBody.LOCKED_OUT -> false;
      default -> throw new IllegalArgumentException(state);
    };
  }

  /** A user to be added. */
  @Schema(
      name = "NewUser",
      examples =
          "{\"name\": \"ann\", \"role\": \"operator\", \"password\": \"correct horse battery\"}")
  public record NewUserBody(String name, String role, String password) {}

  /** What is to be changed about a user. */
  @Schema(name = "UserChange", examples = "{\"role\": \"engineer\", \"state\": \"enabled\"}")
  public record UserChangeBody(String role, String state) {}

  /** The answer to who asks for one user. */
  @Schema(name = "UserAnswer", examples = "{\"result\": " + UserBody.EXAMPLE + "}")
  public record UserAnswer(UserBody result) {}

  /** The answer to who asks for the users. */
  @Schema(name = "UserList", examples = "{\"result\": [" + UserBody.EXAMPLE + "]}")
  public record UserList(List<UserBody> result) {}

  /** A password that is shown once. */
  @Schema(name = "Password")
  public record PasswordBody(String password) {}

  /** The answer to who resets a password. */
  @Schema(
      name = "PasswordAnswer",
      examples = "{\"result\": {\"password\": \"hjkmn-pqrst-uvwxy-zACDE\"}}")
  public record PasswordAnswer(PasswordBody result) {}
}
