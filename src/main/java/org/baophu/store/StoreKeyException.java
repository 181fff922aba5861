package org.baophu.store;

/** The store is encrypted and the key is missing or wrong, or there is a key for nothing. */
public final class StoreKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreKeyException(String message) {
    super(message);
  }
}
