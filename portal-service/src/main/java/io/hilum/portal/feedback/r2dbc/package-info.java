/**
 * Feedback in Postgres.
 */
@NullMarked
package io.hilum.portal.feedback.r2dbc;

import org.jspecify.annotations.NullMarked;
