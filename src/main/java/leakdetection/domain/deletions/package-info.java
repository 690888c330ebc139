/** What was deleted and can be brought back for a while, with everything that went with it. */
package leakdetection.domain.deletions;
