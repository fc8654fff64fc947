/**
 * Messages in Postgres.
 */
@NullMarked
package io.hilum.portal.message.r2dbc;

import org.jspecify.annotations.NullMarked;
