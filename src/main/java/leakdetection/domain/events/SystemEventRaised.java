package leakdetection.domain.events;

/** A message to the operators was raised. Fired after the commit. */
public record SystemEventRaised(SystemEvent event) {}
