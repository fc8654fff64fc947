/**
 * Start here: plan, hold, call, settle, report.
 */
@NullMarked
package io.hilum.routing.completion;

import org.jspecify.annotations.NullMarked;
