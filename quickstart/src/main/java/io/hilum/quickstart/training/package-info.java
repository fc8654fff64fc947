/**
 * Requests that show a JVM what its work is, while it writes its ahead-of-time cache.
 */
@NullMarked
package io.hilum.quickstart.training;

import org.jspecify.annotations.NullMarked;
