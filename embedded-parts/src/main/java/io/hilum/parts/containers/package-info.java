/**
 * The same parts as containers, where an engine answers.
 */
@NullMarked
package io.hilum.parts.containers;

import org.jspecify.annotations.NullMarked;
