/**
 * Folders in Postgres.
 */
@NullMarked
package io.hilum.portal.folder.r2dbc;

import org.jspecify.annotations.NullMarked;
