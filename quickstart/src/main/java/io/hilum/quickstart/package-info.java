/**
 * The whole suite in one JVM, for a first look and for tests of the whole.
 */
@NullMarked
package io.hilum.quickstart;

import org.jspecify.annotations.NullMarked;
