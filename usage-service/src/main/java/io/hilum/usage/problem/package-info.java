/**
 * What can be wrong with a request, with its code and status.
 */
@NullMarked
package io.hilum.usage.problem;

import org.jspecify.annotations.NullMarked;
