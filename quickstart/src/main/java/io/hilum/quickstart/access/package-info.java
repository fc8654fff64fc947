/**
 * How scripts and tests reach a running quick start.
 */
@NullMarked
package io.hilum.quickstart.access;

import org.jspecify.annotations.NullMarked;
