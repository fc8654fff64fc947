@NullMarked
package io.hilum.usage.outbox.r2dbc;

import org.jspecify.annotations.NullMarked;
