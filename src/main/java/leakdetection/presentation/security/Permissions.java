package leakdetection.presentation.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakdetection.application.security.Caller;

/**
 * What whoever looks at a page may do, as the {@link AccessTable} says. Pages show no link, button
 * or form to those who would only be refused.
 */
@Named("may")
@RequestScoped
public class Permissions {

  private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final String API = "/api";

  @Inject HttpServletRequest request;

  /**
   * Tells whether a page is open to whoever looks.
   *
   * @param path the page's, without a query
   */
  public boolean open(String path) {
    return allows(caller(), "GET", path);
  }

  /**
   * Tells whether whoever looks may send such a request to the API.
   *
   * @param path begins after {@code /api}; a star stands for any one segment
   */
  public boolean send(String method, String path) {
    return allows(caller(), method, API + path);
  }

  /**
   * Returns the changes that whoever looks may ask the API for, such as {@code PATCH /sensors/*},
   * with commas between them, for the pages' scripts.
   */
  public String getChanges() {
    return String.join(",", changes(caller()));
  }

  static List<String> changes(Optional<Caller> caller) {
    return AccessTable.entries().stream()
        .filter(entry -> CHANGES.contains(entry.kind()) && allows(caller, entry))
        .map(entry -> entry.kind() + " " + entry.path().toString().substring(API.length()))
        .toList();
  }

  static boolean allows(Optional<Caller> caller, String asked, String path) {
    return AccessTable.find(asked, path).filter(entry -> allows(caller, entry)).isPresent();
  }

  private static boolean allows(Optional<Caller> caller, AccessEntry entry) {
    return entry.minimum().isEmpty() || caller.filter(entry::allows).isPresent();
  }

  private Optional<Caller> caller() {
    return CallerMechanism.found(request).caller();
  }
}
