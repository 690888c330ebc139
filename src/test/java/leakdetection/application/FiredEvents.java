package leakdetection.application;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Keeps what is fired, and fails if it was told to. */
public final class FiredEvents<T> implements Event<T> {

  private final List<T> fired = new ArrayList<>();
  private RuntimeException failure;

  /** Lets every listener fail from now on. */
  public void failWith(RuntimeException newFailure) {
    failure = newFailure;
  }

  public List<T> all() {
    return fired;
  }

  @Override
  public void fire(T event) {
    fired.add(event);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }
}
