/**
 * What all of the REST API shares: its address, how bodies and parameters are read, how lists are
 * paged, how failures are answered, and who may call it from a browser.
 *
 * <p>The resources live beside it, by sub-domain. They only translate: what a wish means is decided
 * by the use cases, which refuse it with a {@link leakdetection.domain.RefusedException}.
 */
package leakdetection.presentation.web;
