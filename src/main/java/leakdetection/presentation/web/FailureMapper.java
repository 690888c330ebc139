package leakdetection.presentation.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import leakdetection.application.OverloadedException;
import leakdetection.application.StorageFaults;
import leakdetection.domain.RefusedException;

/** Turns every failure of a request into a {@link Problem}; the log alone gets its stack. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(FailureMapper.class.getName());
  private static final int DEEPEST_CAUSE = 20;
  private static final int RETRY_AFTER_SECONDS = 5;

  @Inject StorageFaults faults;
  @Context UriInfo uri;
  @Context Request request;
  @Context HttpHeaders headers;

  @Override
  public Response toResponse(Throwable failure) {
    Optional<RequestException> wrong = cause(failure, RequestException.class);
    if (wrong.isPresent()) {
      return ofRequest(wrong.get());
    }
    Optional<RefusedException> refusal = cause(failure, RefusedException.class);
    if (refusal.isPresent()) {
      return ofRefusal(refusal.get());
    }
    Optional<OverloadedException> overload = cause(failure, OverloadedException.class);
    if (overload.isPresent()) {
      return overloaded(overload.get());
    }
    if (failure instanceof IOException) {
      return unreadable(failure);
    }
    if (failure instanceof WebApplicationException server
        && server.getResponse().getStatus() < 500) {
      return ofServer(server.getResponse());
    }
    return faults
        .explain(failure)
        .map(sentence -> unavailable(sentence, failure))
        .orElseGet(() -> unexpected(failure));
  }

  private static int status(RefusedException.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> 404;
      case CONFLICT -> 409;
      case INVALID, NOT_NOW -> 422;
    };
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private Response ofRequest(RequestException wrong) {
    return problem(wrong.status(), wrong.getMessage(), wrong.path()).build();
  }

  private Response ofRefusal(RefusedException refusal) {
    return Problem.of(status(refusal.reason()), instance(), refusal).answer().build();
  }

  private Response overloaded(OverloadedException overload) {
    return problem(429, overload.getMessage(), List.of())
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, overload.retryAfter().toSeconds()))
        .build();
  }

  /** A resource reads nothing but bodies, and these fail when the client goes away. */
  private Response unreadable(Throwable failure) {
    LOG.log(Level.FINE, failure, () -> "A body broke off: " + instance());
    return problem(400, "The body broke off before its end.", List.of("body")).build();
  }

  /** Words what the server itself found out; what is no failure passes. */
  private Response ofServer(Response answer) {
    int status = answer.getStatus();
    if (status < 400) {
      return answer;
    }
    Response.ResponseBuilder problem = problem(status, sentence(answer), List.of());
    Optional.ofNullable(answer.getHeaderString(HttpHeaders.ALLOW))
        .ifPresent(allowed -> problem.header(HttpHeaders.ALLOW, allowed));
    return problem.build();
  }

  private String sentence(Response answer) {
    return switch (answer.getStatus()) {
      case 404 -> "There is nothing at this address. The addresses are listed at /docs.";
      case 405 ->
          "The method %s is not possible here; possible are %s."
              .formatted(request.getMethod(), answer.getHeaderString(HttpHeaders.ALLOW));
      case 406 -> "The answer is JSON; accept application/json.";
      case 413 -> "The body is too large.";
      case 415 ->
          "The content type %s is not understood here. Send application/json, or text/csv to an import."
              .formatted(Text.shown(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
      default -> "The request cannot be understood.";
    };
  }

  private Response unavailable(String sentence, Throwable failure) {
    LOG.log(Level.WARNING, failure, () -> "A request was refused: " + sentence);
    return problem(503, sentence, List.of())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private Response unexpected(Throwable failure) {
    LOG.log(Level.SEVERE, failure, () -> "A request failed: " + request.getMethod());
    return problem(500, "The server failed; its log says why.", List.of()).build();
  }

  private Response.ResponseBuilder problem(int status, String message, List<String> path) {
    return Problem.of(status, instance(), message, path).answer();
  }

  private String instance() {
    return uri.getRequestUri().getRawPath();
  }
}
