/**
 * Conditions beyond roles on what a request may reach, as data.
 */
@NullMarked
package io.hilum.routing.policy;

import org.jspecify.annotations.NullMarked;
