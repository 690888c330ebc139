/**
 * The application's own log in {@code logs/}, beside the server's console.
 *
 * <p>Everybody writes with {@link java.util.logging.Logger} under the name of the class; how much
 * of it is kept is in the settings.
 */
package leakdetection.infrastructure.logging;
