/**
 * Teams and applications in Postgres.
 */
@NullMarked
package io.hilum.usage.team.r2dbc;

import org.jspecify.annotations.NullMarked;
