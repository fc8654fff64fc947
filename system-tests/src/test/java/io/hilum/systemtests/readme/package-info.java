/**
 * What README.md tells its reader to type.
 */
@NullMarked
package io.hilum.systemtests.readme;

import org.jspecify.annotations.NullMarked;
