@NullMarked
package io.hilum.usage.ledger.r2dbc;

import org.jspecify.annotations.NullMarked;
