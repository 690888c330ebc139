/**
 * Who is there and what they did: users, their passwords, sessions and tokens, and the audit log.
 *
 * <p>Which address needs which role is decided at the door, in {@code presentation.security}.
 */
package leakdetection.application.security;
