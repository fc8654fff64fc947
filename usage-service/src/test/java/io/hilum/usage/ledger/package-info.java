@NullMarked
package io.hilum.usage.ledger;

import org.jspecify.annotations.NullMarked;
