package leakdetection.infrastructure.persistence;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import leakdetection.application.security.AuditTrail.Change;

/** Leaves of a changed row what differs, of another one what it has. */
final class ChangedMembers {

  private ChangedMembers() {}

  static Change only(Change change) {
    try {
      if (change.before().isEmpty() || change.after().isEmpty()) {
        return new Change(
            change.thing(),
            change.id(),
            withoutNulls(change.before()),
            withoutNulls(change.after()));
      }
      Map<String, Object> before = JSON.std.mapFrom(change.before());
      Map<String, Object> after = JSON.std.mapFrom(change.after());
      Map<String, Object> changedBefore = new LinkedHashMap<>();
      Map<String, Object> changedAfter = new LinkedHashMap<>();
      after.forEach(
          (name, value) -> {
            if (!Objects.equals(value, before.get(name))) {
              changedBefore.put(name, before.get(name));
              changedAfter.put(name, value);
            }
          });
      return new Change(change.thing(), change.id(), written(changedBefore), written(changedAfter));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What is new or gone is told by the members that it has. */
  private static String withoutNulls(String members) throws IOException {
    return members.isEmpty() ? "" : JSON.std.asString(JSON.std.mapFrom(members));
  }

  private static String written(Map<String, Object> members) throws IOException {
    return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(members);
  }
}
