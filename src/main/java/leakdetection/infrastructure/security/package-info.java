/**
 * What security needs of the platform: slow hashes, the set-up link of the first start, and what is
 * swept up every minute.
 */
package leakdetection.infrastructure.security;
