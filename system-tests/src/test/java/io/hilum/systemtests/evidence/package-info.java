/**
 * What the suite says happened, read where it keeps it.
 */
@NullMarked
package io.hilum.systemtests.evidence;

import org.jspecify.annotations.NullMarked;
